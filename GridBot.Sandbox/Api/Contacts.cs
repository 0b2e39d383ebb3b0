namespace GridBot.Sandbox.Api;

/// <summary>Who somebody is, which user id hides behind an encrypted one, and where calls come from.</summary>
internal sealed class Contacts(SandboxState state, Tokens tokens)
{
    private static readonly int[] RootDepartment = [1];
    private static readonly string[] Loopback = ["127.0.0.1", "::1"];

    public ApiAnswer User(ApiCall call)
    {
        if (tokens.Refuse(call) is { } refused)
        {
            return refused;
        }

        return state.Folk.Person(call.Parameter("userid")) is { } person
            ? ApiAnswer.Of(new
            {
                errcode = 0,
                errmsg = "ok",
                userid = person.UserId,
                name = person.Name,
                department = RootDepartment,
                main_department = 1,
                position = person.Role,
                status = 1,
            })
            : ApiAnswer.Error(60111, "userid not found");
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
            userid_list = asked.Select(id => (Id: id, Person: state.Folk.PersonByOpenId(id))).Where(a => a.Person is not null)
                .Select(a => new { open_userid = a.Id, userid = a.Person!.UserId }),
            invalid_open_userid_list = asked.Where(id => state.Folk.PersonByOpenId(id) is null),
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
