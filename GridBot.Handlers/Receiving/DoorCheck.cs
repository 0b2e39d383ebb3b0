using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Receiving;

/// <summary>The long connection is a setting that WeCom knows and this version does not serve: better no start than a deaf one.</summary>
public sealed class DoorCheck : IValidateOptions<WeComOptions>
{
    public ValidateOptionsResult Validate(string? name, WeComOptions options) =>
        options.Bot.UsesSocket
            ? ValidateOptionsResult.Fail("WeCom:Bot:Mode：这个版本还不支持长连接（socket），请在管理后台选 URL 回调，并填 callback。")
            : ValidateOptionsResult.Success;
}
