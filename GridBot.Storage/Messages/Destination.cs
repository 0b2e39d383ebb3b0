using System.Security.Cryptography;
using System.Text;
using GridBot.Core.Wording;

namespace GridBot.Storage.Messages;

/// <summary>Where a saying goes. What goes to one destination leaves in order, one call at a time.</summary>
public static class Destination
{
    public static string Of(Saying saying) => saying switch
    {
        Saying.InGroup group => $"push:{group.ChatId}",
        Saying.ByBell bell => $"bell:{bell.PlaceId}",
        Saying.ToPerson person => App(person.UserId),
        Saying.Sealed kept => App(kept.UserId),
        Saying.CardToPerson card => App(card.UserId),
        Saying.GreyCard grey => App(grey.UserId),
        Saying.RobotAnswer answer => $"bot:{(answer.IsGroup ? answer.ChatId : answer.ChatId.ToLowerInvariant())}",
        Saying.LateAnswer late => $"late:{Digest(late.ResponseUrl)}",
        _ => throw new ArgumentOutOfRangeException(nameof(saying), saying.GetType().Name, "This saying has no destination."),
    };

    /// <summary>User ids compare without case, so both spellings share one queue.</summary>
    private static string App(string userId) => $"app:{userId.ToLowerInvariant()}";

    /// <summary>Whoever knows a response_url can answer with it; so no name, lease or log line holds it.</summary>
    private static string Digest(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8));
}
