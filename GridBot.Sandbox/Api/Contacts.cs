namespace GridBot.Sandbox.Api;

/// <summary>Who somebody is, which user id hides behind an encrypted one, and where calls come from.</summary>
internal sealed class Contacts(SandboxState state, Tokens tokens)
{
    private static readonly TimeSpan Blocked = TimeSpan.FromDays(1);
    private readonly Lock gate = new();
    private int misses;
    private DateTimeOffset blockedUntil = DateTimeOffset.MinValue;

    private static readonly int[] RootDepartment = [1];
    private static readonly string[] Loopback = ["127.0.0.1", "::1"];

    public ApiAnswer User(ApiCall call)
    {
        if (tokens.Refuse(call) is { } refused)
        {
            return refused;
        }

        // A new app gets neither mobile nor mail, picture or gender (doc 90196).
        return state.Folk.Person(call.Parameter("userid")) switch
        {
            null => ApiAnswer.Error(60111, "userid not found"),
            { InRange: false } => ApiAnswer.Error(60011, "no privilege to access/modify contact/party/agent"),
            var person => ApiAnswer.Of(new
            {
                errcode = 0,
                errmsg = "ok",
                userid = person.UserId,
                name = person.Name,
                department = RootDepartment,
                main_department = 1,
                position = person.Role,
                status = person.Status,
            }),
        };
    }

    /// <summary>Misses beyond a fifth of the corp's size block it for a day.</summary>
    public ApiAnswer UserIdOfMobile(ApiCall call)
    {
        if (tokens.Refuse(call) is { } refused)
        {
            return refused;
        }

        var now = state.Time.GetUtcNow();
        lock (gate)
        {
            if (blockedUntil > now)
            {
                return ApiAnswer.Error(45009, "too many unknown numbers: blocked for a day");
            }

            if (state.Folk.PersonByMobile(Records.SandboxJson.String(call.Body, "mobile")) is { InRange: true } person)
            {
                return ApiAnswer.Of(new { errcode = 0, errmsg = "ok", userid = person.UserId });
            }

            if (++misses > Math.Max(1, state.Town.People.Count / 5))
            {
                (blockedUntil, misses) = (now + Blocked, 0);
            }

            return ApiAnswer.Error(46004, "user not exist");
        }
    }

    public ApiAnswer ListIds(ApiCall call)
    {
        if (tokens.RefuseContacts(call) is { } refused)
        {
            return refused;
        }

        var limit = Records.SandboxJson.Int(call.Body, "limit") ?? 10_000;
        if (limit is < 1 or > 10_000
            || !int.TryParse(Records.SandboxJson.String(call.Body, "cursor") is { Length: > 0 } c ? c : "0", System.Globalization.CultureInfo.InvariantCulture, out var from))
        {
            return ApiAnswer.Error(40058, "limit takes 1 to 10000, and cursor what an answer gave");
        }

        var page = state.Town.People.Skip(from).Take(limit).Select(p => new { userid = p.UserId, department = 1 }).ToList();
        return ApiAnswer.Of(new
        {
            errcode = 0,
            errmsg = "ok",
            next_cursor = from + page.Count < state.Town.People.Count ? (from + page.Count).ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
            dept_user = page,
        });
    }

    public ApiAnswer OpenIds(ApiCall call)
    {
        if (tokens.Refuse(call) is { } refused)
        {
            return refused;
        }

        var asked = Records.SandboxJson.Strings(call.Body, "open_userid_list").ToList();
        if (asked.Count is 0 or > 1000)
        {
            return ApiAnswer.Error(40058, "open_userid_list takes 1 to 1000");
        }

        return ApiAnswer.Of(new
        {
            errcode = 0,
            errmsg = "ok",
            userid_list = asked.Select(id => (Id: id, Person: state.Folk.PersonByOpenId(id))).Where(a => a.Person is { InRange: true })
                .Select(a => new { open_userid = a.Id, userid = a.Person!.UserId }),
            invalid_open_userid_list = asked.Where(id => state.Folk.PersonByOpenId(id) is not { InRange: true }),
        });
    }

    public ApiAnswer Addresses(ApiCall call) =>
        tokens.Refuse(call) ?? ApiAnswer.Of(new { errcode = 0, errmsg = "ok", ip_list = Loopback });

    public ApiAnswer Media(ApiCall call) =>
        tokens.Refuse(call)
        ?? (state.Media.Find(call.Parameter("media_id"), TimeSpan.FromDays(3)) is { } file
            ? new ApiAnswer(file, "image/png")
            : ApiAnswer.Error(40007, "invalid media_id"));
}
