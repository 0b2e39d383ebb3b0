using System.Globalization;
using System.Text.RegularExpressions;

namespace GridBot.Core.Understanding;

/// <summary>
/// What people write instead of tapping the buttons of an emergency: 119已打, 我去现场, 误报解除, with the issue's number in
/// front or without. 119 is help's number there, never an issue's.
/// </summary>
internal static partial class AlarmAnswers
{
    /// <summary>The button's key that the words stand for, and the issue they name; null for anything else.</summary>
    public static (string Button, IssueReference? Named)? Read(string text)
    {
        var match = Answer().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var button = match.Groups["called"].Success ? "called" : match.Groups["onsite"].Success ? "onsite" : "alarmoff";
        var number = match.Groups["number"];
        return (button, number.Success ? Named(number.Value, match.Groups["marked"].Success) : null);
    }

    private static IssueReference Named(string digits, bool marked)
    {
        var value = long.Parse(digits, CultureInfo.InvariantCulture);
        return new IssueReference(value, marked || value > 99);
    }

    [GeneratedRegex(
        @"\A\s*(?:(?<marked>\#)?(?<number>[1-9]\d{0,6})[\s号:,、.]*)??(?:" +
        @"(?<called>我?(?:119|110|120)(?:我)?(?:已经?(?:拨?打|拨)(?:了|过了?|完了?)?|(?:拨?打|拨)(?:了|过了?|完了?))" +
        @"|我?(?:已经?|刚)?(?:拨?打|拨)(?:了|过了?)(?:119|110|120)|我?(?:已经?|刚)(?:拨?打|拨)(?:119|110|120)|我?(?:拨?打|拨)(?:119|110|120)了" +
        @"|我?已经?报(?:火?警)了?|我?报(?:火?警)了)" +
        @"|(?<onsite>我?(?:马上|现在|正在|这就)?(?:去|到|赶往|赶去|往)现场了?|我(?:已)?在现场了?)" +
        @"|(?<off>误报(?:已?解除|了)?|是误报|解除(?:误报|警报|险情)|(?:警报|险情)(?:已)?解除)" +
        @")[\s。.!~了]*\z")]
    private static partial Regex Answer();
}
