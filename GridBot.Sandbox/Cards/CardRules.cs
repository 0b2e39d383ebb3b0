using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Cards;

/// <summary>The limits of template cards. Byte figures and counts are limits; character figures are advice (see CardReader).</summary>
internal static partial class CardRules
{
    private const int BadParameter = 40058;
    private const int BadTaskId = 42014;
    private const int BadUserInRow = 42050;

    public static CardReading? Check(JsonElement card, CardOrigin origin, Townsfolk folk)
    {
        var problem = CheckType(card, origin)
            ?? CheckButtons(card, origin)
            ?? CheckLists(card, origin);
        return problem is not null
            ? CardReading.Bad(BadParameter, $"{origin.Name}: {problem}")
            : CheckTaskId(card, origin) ?? CheckPeople(card, folk, origin);
    }

    [GeneratedRegex("^[0-9A-Za-z_@-]+$")]
    private static partial Regex TaskIdForm { get; }

    private static string? CheckType(JsonElement card, CardOrigin origin)
    {
        var title = card.Object("main_title")?.String("title");
        switch (card.String("card_type"))
        {
            case "text_notice":
                return string.IsNullOrEmpty(title) && string.IsNullOrEmpty(card.String("sub_title_text"))
                    ? "text_notice needs main_title.title or sub_title_text"
                    : CheckAction(card, "text_notice");
            case "news_notice":
                return string.IsNullOrEmpty(title) ? "news_notice needs main_title.title"
                    : card.Object("card_image")?.String("url") is null ? "news_notice needs card_image.url"
                    : CheckAction(card, "news_notice");
            case "button_interaction":
                return string.IsNullOrEmpty(title) ? "button_interaction needs main_title.title"
                    : card.Items("button_list").Any() || (origin.IsUpdate && card.String("replace_text") is not null) ? null
                    : "button_interaction needs button_list";
            case "vote_interaction":
                return card.Object("checkbox")?.String("question_key") is null ? "vote_interaction needs checkbox.question_key"
                    : CheckSubmit(card, origin);
            case "multiple_interaction":
                return string.IsNullOrEmpty(title) ? "multiple_interaction needs main_title.title"
                    : card.Items("select_list").Count() is < 1 or > 3 ? "select_list takes 1 to 3"
                    : CheckSubmit(card, origin);
            default:
                return "unknown card_type";
        }
    }

    private static string? CheckAction(JsonElement card, string type)
    {
        var action = card.Object("card_action") ?? default;
        return action.Int("type") switch
        {
            1 => string.IsNullOrEmpty(action.String("url")) ? "card_action type 1 needs url" : null,
            2 => string.IsNullOrEmpty(action.String("appid")) ? "card_action type 2 needs appid" : null,
            _ => $"{type} needs card_action of type 1 or 2",
        };
    }

    private static string? CheckSubmit(JsonElement card, CardOrigin origin) =>
        origin.IsUpdate && card.String("replace_text") is not null ? null
        : string.IsNullOrEmpty(card.Object("submit_button")?.String("key")) || string.IsNullOrEmpty(card.Object("submit_button")?.String("text"))
            ? "submit_button needs text and key"
            : null;

    private static string? CheckButtons(JsonElement card, CardOrigin origin)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var button in card.Items("button_list"))
        {
            count++;
            var key = button.String("key");
            var opensPage = !origin.FromBot && button.Int("type") == 1;
            var problem =
                string.IsNullOrEmpty(button.String("text")) ? "a button needs text"
                : button.TryGetProperty("style", out _) && button.Int("style") is not (>= 1 and <= 4) ? "a button's style is 1 to 4"
                : opensPage ? (string.IsNullOrEmpty(button.String("url")) ? "a button of type 1 needs url" : null)
                : string.IsNullOrEmpty(key) ? "a button needs key"
                : Encoding.UTF8.GetByteCount(key) > 1024 ? "a button's key takes 1024 bytes"
                : keys.Add(key) ? null
                : $"two buttons have the key {key}";
            if (problem is not null)
            {
                return problem;
            }
        }

        return count > 6 ? "button_list takes 6" : null;
    }

    private static string? CheckLists(JsonElement card, CardOrigin origin)
    {
        var rows = card.Items("horizontal_content_list").ToList();
        var jumps = card.Items("jump_list").ToList();
        var menu = card.Object("action_menu");
        var selection = card.Object("button_selection");
        return rows.Count > 6 ? "horizontal_content_list takes 6"
            : rows.Any(r => string.IsNullOrEmpty(r.String("keyname"))) ? "a horizontal item needs keyname"
            : rows.Any(r => r.Int("type") == 1 && string.IsNullOrEmpty(r.String("url"))) ? "a horizontal item of type 1 needs url"
            : rows.Any(r => origin.FromBot && r.Int("type") == 2) ? "a robot card has no horizontal item of type 2"
            : jumps.Count > 3 ? "jump_list takes 3"
            : jumps.Any(j => string.IsNullOrEmpty(j.String("title"))) ? "a jump needs title"
            : jumps.Any(j => !origin.FromBot && j.Int("type") == 3) ? "an app card has no jump of type 3"
            : card.Items("vertical_content_list").Count() > 4 ? "vertical_content_list takes 4"
            : menu is { } m && m.Items("action_list").Count() is < 1 or > 3 ? "action_menu takes 1 to 3 entries"
            : menu is { } n && n.Items("action_list").Any(a => string.IsNullOrEmpty(a.String("key"))) ? "an action_menu entry needs key"
            : selection is { } s && s.Items("option_list").Count() is < 1 or > 10 ? "button_selection takes 1 to 10 options"
            : null;
    }

    private static CardReading? CheckTaskId(JsonElement card, CardOrigin origin)
    {
        var taskId = card.String("task_id");
        var needed = !origin.IsUpdate
            && (card.String("card_type")!.EndsWith("_interaction", StringComparison.Ordinal) || card.Object("action_menu") is not null);
        return taskId is null
            ? needed ? CardReading.Bad(BadTaskId, $"{origin.Name}: a card that calls back needs task_id") : null
            : taskId.Length > 128 || !TaskIdForm.IsMatch(taskId)
                ? CardReading.Bad(BadTaskId, $"{origin.Name}: task_id takes 128 digits, letters and _-@, not {taskId}")
                : null;
    }

    private static CardReading? CheckPeople(JsonElement card, Townsfolk folk, CardOrigin origin)
    {
        foreach (var row in card.Items("horizontal_content_list"))
        {
            if (row.Int("type") == 3 && folk.Person(row.String("userid")) is null)
            {
                return CardReading.Bad(BadUserInRow, $"{origin.Name}: horizontal item names an unknown userid {row.String("userid")}");
            }
        }

        return null;
    }
}
