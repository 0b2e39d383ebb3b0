using System.Text.RegularExpressions;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads the people of a roster.</summary>
internal static partial class PeopleReader
{
    private static readonly string[] Known = ["userid", "name", "call", "mobile", "role", "place", "cards"];

    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "夏侯", "尉迟", "公孙", "慕容", "令狐", "东方", "端木", "南宫", "长孙", "宇文",
    ];

    public static IReadOnlyDictionary<string, Person> Read(Field people, IReadOnlyDictionary<string, PlaceDraft> places)
    {
        var byId = new Dictionary<string, (Person Person, int Line)>(StringComparer.OrdinalIgnoreCase);
        var mobiles = new Dictionary<string, int>();
        foreach (var field in people.Items())
        {
            if (field.Map(Known) is not { } fields)
            {
                continue;
            }

            var userId = UserId(fields);
            var name = fields.Required("name")?.Text();
            var role = fields.Required("role")?.OneOf(Spelling.Roles);
            var mobile = Mobile(fields.Optional("mobile"), mobiles);
            var place = Place(fields.Required("place"), places);
            var call = fields.Optional("call")?.Text();
            if (userId is null)
            {
                continue;
            }

            // Somebody half described is still somebody: whoever names them elsewhere made no mistake.
            var person = new Person(userId, name ?? "", mobile, role ?? Role.Staff, place ?? "", call ?? CallOf(name ?? "", role))
            {
                SeesCards = fields.Optional("cards")?.Flag() ?? true,
            };
            if (!byId.TryAdd(userId, (person, field.Line)))
            {
                fields.Optional("userid")!.Fault(
                    $"userid“{userId}”和第{byId[userId].Line}行的{byId[userId].Person.Name}重复（不分大小写），请核对企业微信通讯录");
            }
        }

        // A dictionary keeps the order of what was added, and the order of people is the roster's.
        return byId.ToDictionary(p => p.Key, p => p.Value.Person, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>How somebody is addressed when the roster doesn't say: by surname and what suits the role.</summary>
    private static string CallOf(string name, Role? role)
    {
        // Longer names, and those with a dot, don't begin with a surname.
        if (name.Length is < 2 or > 4 || name.Any(c => c is '·' or < '\u4e00' or > '\u9fff'))
        {
            return name;
        }

        var surname = name.Length > 2 && CompoundSurnames.Contains(name[..2]) ? name[..2] : name[..1];
        return role switch
        {
            Role.BuildingLeader => $"{surname}楼长",
            Role.Grid => $"{surname}师傅",
            Role.Community or Role.SubDistrict => $"{surname}老师",
            _ => name,
        };
    }

    private static string? UserId(Fields fields)
    {
        if (fields.Required("userid") is not { } field || field.Text() is not { } userId)
        {
            return null;
        }

        if (!UserIdForm().IsMatch(userId))
        {
            field.Fault($"“{userId}”不是企业微信的 userid：只能是 1 到 64 个字母、数字和 - _ . @，请到管理后台通讯录查“账号”");
            return null;
        }

        return userId;
    }

    private static string? Mobile(Field? field, Dictionary<string, int> seen)
    {
        if (field?.Text() is not { } mobile)
        {
            return null;
        }

        if (!MobileForm().IsMatch(mobile))
        {
            field.Fault($"“{mobile}”不是手机号，请写 11 位数字，或去掉这一项");
        }
        else if (!seen.TryAdd(mobile, field.Line))
        {
            field.Fault($"手机号和第{seen[mobile]}行重复，请核对");
        }

        return mobile;
    }

    private static string? Place(Field? field, IReadOnlyDictionary<string, PlaceDraft> places)
    {
        if (field?.Text() is { } id)
        {
            if (places.ContainsKey(id))
            {
                return id;
            }

            field.Fault($"没有“{id}”这个地点，请检查 id{Closest.Hint(id, places.Keys)}");
        }

        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.@-]{1,64}\z")]
    private static partial Regex UserIdForm();

    [GeneratedRegex(@"\A1[0-9]{10}\z")]
    private static partial Regex MobileForm();
}
