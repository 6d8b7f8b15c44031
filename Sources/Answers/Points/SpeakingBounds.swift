import Assessment
import Documents

/// How many of the bounds that decide say anything of a point: where few do, `allowed` means little.
struct SpeakingBounds {
    let deciding: Int
    let speaking: Int

    init(_ point: PointVerdicts) {
        let verdicts = point.verdicts.filter(\.decides)
        deciding = verdicts.count
        speaking = point.allowedBy.count + point.excludedBy.count
    }

    /// `2 of 9 deciding bounds`, `all 9 deciding bounds`.
    var text: String {
        guard speaking < deciding else {
            return deciding == 1 ? "the deciding bound" : "all \(deciding) deciding bounds"
        }
        return "\(speaking) of \(deciding) deciding bounds"
    }

    /// `; the others say nothing here`, behind what is said of those that speak.
    var remark: String {
        switch deciding - speaking {
        case 0: ""
        case 1: "; the other one says nothing here"
        default: "; the others say nothing here"
        }
    }
}
