using System.Text.Json;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>A finished answer; errors are HTTP 200 with errcode (doc 90313).</summary>
internal readonly record struct ApiAnswer(byte[] Body, string ContentType = "application/json; charset=utf-8")
{
    public static readonly ApiAnswer Ok = new("""{"errcode":0,"errmsg":"ok"}"""u8.ToArray());

    public static ApiAnswer Of<T>(T answer) => new(JsonSerializer.SerializeToUtf8Bytes(answer, SandboxJson.Options));

    public static ApiAnswer Error(int code, string text) => Of(new
    {
        errcode = code,
        errmsg = $"{text}, hint: [sandbox], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e={code}",
    });
}
