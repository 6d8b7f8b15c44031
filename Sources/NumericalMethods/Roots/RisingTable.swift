extension RandomAccessCollection where Index == Int {
    /// The first index whose element belongs to the second part of a collection in two parts; the end index where none
    /// does. By halving; the name is that of the Swift Algorithms package.
    @inlinable public func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
        var (first, end) = (startIndex, endIndex)
        while first < end {
            let middle = first + (end - first) / 2
            if belongsInSecondPart(self[middle]) { end = middle } else { first = middle + 1 }
        }
        return first
    }
}

extension RandomAccessCollection where Index == Int, Element: Comparable {
    /// The index of the last element that is not above a value, in a collection that rises; nil where all are above.
    @inlinable public func lastIndex(notAbove value: Element) -> Int? {
        let end = partitioningIndex { $0 > value }
        return end > startIndex ? end - 1 : nil
    }

    /// The number of the interval between neighbours of a rising collection that a value lies in; the first or last one for
    /// a value outside. There must be two elements.
    @inlinable public func interval(of value: Element) -> Int {
        Swift.min(lastIndex(notAbove: value) ?? startIndex, endIndex - 2)
    }
}
