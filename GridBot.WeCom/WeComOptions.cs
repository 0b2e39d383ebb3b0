namespace GridBot.WeCom;

/// <summary>
/// The settings under "WeCom". Texts throughout, so that <see cref="WeComOptionsValidator"/> can name every fault at
/// once, where a binder would stop at the first number that is none.
/// </summary>
public sealed class WeComOptions
{
    public const string Section = "WeCom";

    /// <summary>Where WeCom's API is; tests and the demo point it at a stand-in.</summary>
    public string ApiBase { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>Where the long connection goes.</summary>
    public string BotSocket { get; set; } = "wss://openws.work.weixin.qq.com";

    public string CorpId { get; set; } = "";

    public AppOptions App { get; set; } = new();

    public BotOptions Bot { get; set; } = new();

    /// <summary>The secret of contact synchronisation (通讯录同步), to check the roster against the whole corp; optional.</summary>
    public string ContactSecret { get; set; } = "";

    /// <summary>A file with the push robots' keys, by place; none if the keys lie in the database.</summary>
    public string PushKeys { get; set; } = "";

    /// <summary>The self-built app.</summary>
    public sealed class AppOptions
    {
        /// <summary>A whole number.</summary>
        public string AgentId { get; set; } = "";

        public string Secret { get; set; } = "";

        public string Token { get; set; } = "";

        public string EncodingAesKey { get; set; } = "";

        /// <summary>The app can write to people. With the long connection a corp may do without an app.</summary>
        public bool Speaks => AgentId is not ("" or "0") && Secret.Length > 0;

        /// <summary>The app has a callback address: it hears, and its cards may have buttons.</summary>
        public bool Hears => Token.Length > 0 && EncodingAesKey.Length > 0;
    }

    /// <summary>The smart robot.</summary>
    public sealed class BotOptions
    {
        public const string Callback = "callback";
        public const string Socket = "socket";

        /// <summary>callback (WeCom calls our public address) or socket (we hold the long connection).</summary>
        public string Mode { get; set; } = Callback;

        /// <summary>The name that members write after the @.</summary>
        public string Name { get; set; } = "";

        public string Token { get; set; } = "";

        public string EncodingAesKey { get; set; } = "";

        public string BotId { get; set; } = "";

        public string Secret { get; set; } = "";

        public bool UsesSocket => string.Equals(Mode, Socket, StringComparison.OrdinalIgnoreCase);
    }
}
