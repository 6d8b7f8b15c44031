extension StringProtocol {
    /// Without white space at either end.
    var trimmed: Substring {
        Substring(self.drop(while: \.isWhitespace)).trimmingSuffix(while: \.isWhitespace)
    }

    /// Without the characters at the end that satisfy a condition.
    func trimmingSuffix(while condition: (Character) -> Bool) -> SubSequence {
        var rest = self[startIndex..<endIndex]
        while let last = rest.last, condition(last) { rest.removeLast() }
        return rest
    }
}
