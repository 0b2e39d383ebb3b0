using GridBot.WeCom;
using GridBot.WeCom.Callbacks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace GridBot.Tests.WeCom;

public class OptionsTests
{
    public static Dictionary<string, string?> Complete => new()
    {
        ["WeCom:CorpId"] = "ww0f1e2d3c4b5a6978",
        ["WeCom:App:AgentId"] = "1000002",
        ["WeCom:App:Secret"] = "app/secret+1",
        ["WeCom:App:Token"] = "GridBotTok3n",
        ["WeCom:App:EncodingAesKey"] = "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0",
        ["WeCom:Bot:Name"] = "网格助手",
        ["WeCom:Bot:Token"] = "GridBotTok3n",
        ["WeCom:Bot:EncodingAesKey"] = "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0",
    };

    [Fact]
    public void Complete_settings_pass_and_open_both_doors()
    {
        using var services = Services(Complete);

        Assert.Equal("https://qyapi.weixin.qq.com", services.GetRequiredService<IOptions<WeComOptions>>().Value.ApiBase);
        Assert.NotNull(services.GetRequiredService<AppDoor>());
        Assert.NotNull(services.GetRequiredService<BotDoor>());
    }

    [Fact]
    public void With_nothing_set_everything_missing_is_named_at_once()
    {
        var faults = FaultsOf([]);

        Assert.Equal(
            ["WeCom:App:AgentId", "WeCom:App:EncodingAesKey", "WeCom:App:Secret", "WeCom:App:Token", "WeCom:Bot:EncodingAesKey", "WeCom:Bot:Name", "WeCom:Bot:Token", "WeCom:CorpId"],
            faults.Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(faults, fault => Assert.Contains("admin console", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WeCom:ApiBase", "qyapi")]
    [InlineData("WeCom:ApiBase", "ftp://qyapi.weixin.qq.com")]
    [InlineData("WeCom:CorpId", " ww0f1e2d3c4b5a6978")]
    [InlineData("WeCom:App:AgentId", "abc")]
    [InlineData("WeCom:App:AgentId", "0")]
    [InlineData("WeCom:App:Token", "ab")]
    [InlineData("WeCom:App:Token", "has a blank")]
    [InlineData("WeCom:App:EncodingAesKey", "short")]
    [InlineData("WeCom:Bot:Mode", "carrier pigeon")]
    [InlineData("WeCom:PushKeys", "no/such/file.yaml")]
    public void A_wrong_setting_is_named_alone(string setting, string value)
    {
        var settings = Complete;
        settings[setting] = value;

        Assert.StartsWith(setting + " ", Assert.Single(FaultsOf(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_wrong_is_not_repeated_in_the_fault()
    {
        var settings = Complete;
        settings["WeCom:App:EncodingAesKey"] = "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey";
        settings["WeCom:App:Secret"] = "app-secret-1 ";

        Assert.DoesNotContain(FaultsOf(settings), fault => fault.Contains("TestKey", StringComparison.Ordinal) || fault.Contains("app-secret-1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_long_connection_needs_other_settings_and_shuts_the_robots_door()
    {
        var settings = Complete;
        settings["WeCom:Bot:Mode"] = "socket";
        settings.Remove("WeCom:Bot:Token");
        settings.Remove("WeCom:Bot:EncodingAesKey");
        Assert.Equal(["WeCom:Bot:BotId", "WeCom:Bot:Secret"], FaultsOf(settings).Select(fault => fault.Split(' ')[0]));

        settings["WeCom:Bot:BotId"] = "aib-EXAMPLE";
        settings["WeCom:Bot:Secret"] = "bot-secret";
        using var services = Services(settings);
        Assert.IsType<Verification.Refused>(services.GetRequiredService<BotDoor>().Verify(default, "abc"));
    }

    [Fact]
    public void With_the_long_connection_the_apps_callback_or_the_whole_app_may_be_missing_but_not_half_of_it()
    {
        var settings = Complete;
        settings["WeCom:Bot:Mode"] = "socket";
        settings["WeCom:Bot:BotId"] = "aib-EXAMPLE";
        settings["WeCom:Bot:Secret"] = "bot-secret";
        settings["WeCom:App:Token"] = "";
        Assert.Equal("WeCom:App:Token", Assert.Single(FaultsOf(settings)).Split(' ')[0]);

        settings["WeCom:App:EncodingAesKey"] = "";
        using (var deaf = Services(settings))
        {
            Assert.Equal((true, false), (AppOf(deaf).Speaks, AppOf(deaf).Hears));
            Assert.IsType<Verification.Refused>(deaf.GetRequiredService<AppDoor>().Verify(default, "abc"));
        }

        settings["WeCom:App:AgentId"] = "0";
        Assert.Equal("WeCom:App:AgentId", Assert.Single(FaultsOf(settings)).Split(' ')[0]);
        settings["WeCom:App:Secret"] = "";
        using var none = Services(settings);
        Assert.Equal((false, false), (AppOf(none).Speaks, AppOf(none).Hears));

        settings["WeCom:BotSocket"] = "https://openws.work.weixin.qq.com";
        Assert.Equal("WeCom:BotSocket", Assert.Single(FaultsOf(settings)).Split(' ')[0]);

        static WeComOptions.AppOptions AppOf(ServiceProvider services) => services.GetRequiredService<IOptions<WeComOptions>>().Value.App;
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddWeCom(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static IEnumerable<string> FaultsOf(Dictionary<string, string?> settings)
    {
        using var services = Services(settings);
        return Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<WeComOptions>>().Value).Failures;
    }
}
