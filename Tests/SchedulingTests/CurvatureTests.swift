import Foundation
import Testing

@testable import Scheduling

@Suite struct CurvatureTests {
  /// Of one item the matrix is the outer product of its gradient, over what the outcome adds to it.
  @Test(arguments: [1, 2, 3, 4])
  func `the matrix of one item is the outer product of its derivatives`(grade: UInt8) {
    let grades: [UInt8] = [grade, 3, 1, 4, 3]
    let days: [Double] = [0, 2, 3, 0, 7]
    let weights: [Double] = [0, 0, 0, 0, 0.5]
    let model = DifferentiableModel(Weights.standardValues)
    var gradient = Gradient()
    var curvature = Curvature()
    grades.withUnsafeBufferPointer { grades in
      days.withUnsafeBufferPointer { days in
        weights.withUnsafeBufferPointer { weights in
          let history = Gradient.History(grades: grades, days: days, weights: weights)
          gradient.add(history, model, &curvature)
        }
      }
    }
    // The loss is -0.5 log p, so p is known from it, and dp/dw = -grad p / 0.5.
    let p = exp(-2 * gradient.loss)
    let slopes = gradient.values.map { -$0 * p / 0.5 }
    let matrix = curvature.matrix
    for row in 0..<21 {
      for column in 0..<21 {
        let expected = 0.5 * slopes[row] * slopes[column] / (p * (1 - p))
        #expect(abs(matrix[row * 21 + column] - expected) < 1e-9 * max(1, abs(expected)))
      }
    }
  }
}
