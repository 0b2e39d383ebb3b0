using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GridBot.Core.Understanding;
using GridBot.Handlers.Issues;

namespace GridBot.Handlers.Receiving;

/// <summary>看原话 128, 看电话 128: asks to read what was written, by number, or of the only issue in one's hands; one form, since it isn't said in passing.</summary>
internal static partial class LookAt
{
    public static (Reading Reading, Command Command)? Read(string? text)
    {
        if (Order().Match((text ?? "").Normalize(NormalizationForm.FormKC)) is not { Success: true } order)
        {
            return null;
        }

        IReadOnlyList<IssueReference> named = order.Groups["number"] is { Success: true } number
            ? [new IssueReference(long.Parse(number.Value, CultureInfo.InvariantCulture), true)]
            : [];
        return (
            new Reading { Intent = Intent.Query, References = named },
            new Command(order.Groups["what"].Value == "电话" ? "phone" : "view"));
    }

    [GeneratedRegex(@"\A\s*(?:看(?<what>原话|电话)\s*(?:#?(?<number>\d{1,9})号?)?|#?(?<number>\d{1,9})号?\s*看(?<what>原话|电话))\s*\z")]
    private static partial Regex Order();
}
