using System.Text.RegularExpressions;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads who answers for a place, and the office of a sub-district.</summary>
internal sealed partial class DutyReader(IReadOnlyDictionary<string, Person> people)
{
    private static readonly string[] KnownInDuty = ["user", "stand_ins", "away"];
    private static readonly string[] KnownInOffice = ["fallback_owner", "dispatcher", "roster_owner", "admin", "duty_phone"];

    public IEnumerable<Duty> Duties(PlaceDraft draft)
    {
        if (draft.Duty is not { } field)
        {
            return [];
        }

        if (draft is { IsWhole: true, Place.Level: null })
        {
            field.Fault("片区不在提醒的层级里，写在这里的人不会被提醒，请写到它的社区或网格");
        }

        var duties = new List<Duty>();
        foreach (var item in field.Items())
        {
            if (Duty(item, draft.Place.Id) is not { } duty)
            {
                continue;
            }

            if (duties.Exists(d => RosterBook.SameUser(d.UserId, duty.UserId)))
            {
                item.Fault($"“{duty.UserId}”在这里写了两次，请留一个");
            }

            duties.Add(duty);
        }

        return duties;
    }

    public Office? Office(PlaceDraft draft)
    {
        if (draft.Place.Kind != PlaceKind.SubDistrict)
        {
            if (draft.IsWhole)
            {
                draft.Office?.Fault("office 只写在街道（subdistrict）上，请移过去");
            }

            return null;
        }

        if (draft.Office is null)
        {
            draft.At.Fault($"街道“{draft.Place.Name}”缺少 office，请写上 {string.Join("、", KnownInOffice)}");
        }

        return draft.Office?.Map(KnownInOffice) is { } fields
            ? new Office(
                draft.Place.Id,
                Somebody(fields.Required("fallback_owner")),
                Somebody(fields.Required("dispatcher")),
                Somebody(fields.Required("roster_owner")),
                Somebody(fields.Required("admin")),
                Phone(fields.Required("duty_phone")))
            : null;
    }

    private Duty? Duty(Field item, string placeId)
    {
        if (!item.IsMap)
        {
            return Somebody(item) is { Length: > 0 } userId ? new Duty(placeId, userId, [], Away: false) : null;
        }

        if (item.Map(KnownInDuty) is not { } fields)
        {
            return null;
        }

        var user = Somebody(fields.Required("user"));
        var standIns = new List<string>();
        foreach (var standIn in fields.Optional("stand_ins")?.Items() ?? [])
        {
            var other = Somebody(standIn);
            if (other.Length > 0 && (RosterBook.SameUser(other, user) || standIns.Contains(other, StringComparer.OrdinalIgnoreCase)))
            {
                standIn.Fault($"替班人“{other}”是本人或写了两次，请换一个人");
            }

            standIns.Add(other);
        }

        return new Duty(placeId, user, standIns, fields.Optional("away")?.Flag() ?? false);
    }

    /// <summary>The userid as the list of people writes it; empty with a fault when nobody there has it.</summary>
    private string Somebody(Field? field)
    {
        if (field?.Text() is not { } userId)
        {
            return "";
        }

        if (people.TryGetValue(userId, out var person))
        {
            return person.UserId;
        }

        field.Fault($"people 里没有“{userId}”这个人，请先在 people 里登记{Closest.Hint(userId, people.Keys)}");
        return "";
    }

    private static string Phone(Field? field)
    {
        if (field?.Text() is not { } phone)
        {
            return "";
        }

        if (!PhoneForm().IsMatch(phone))
        {
            field.Fault($"“{phone}”不是电话号码，请写值班室的号码，如 023-0000000");
        }

        return phone;
    }

    [GeneratedRegex(@"\A\+?[0-9](?:[0-9]|[- ](?=[0-9])){2,19}\z")]
    private static partial Regex PhoneForm();
}
