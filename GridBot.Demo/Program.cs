using GridBot.Demo.Play;
using GridBot.Handlers.Settings;
using Microsoft.Extensions.Options;

return await DemoOptions.Command(RunAsync).Parse(args).InvokeAsync();

static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellationToken)
{
    try
    {
        await using var demo = await DemoApp.StartAsync(options, cancellationToken: cancellationToken);
        Console.WriteLine($"GridBot 演示已启动：{demo.Address}");
        Console.WriteLine($"街道的时钟：{demo.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}{(demo.Clock.IsFrozen ? "（不走，手动快进）" : "")}。按 Ctrl+C 结束。");
        await demo.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
    catch (Exception error) when (error is SettingsFaultyException or OptionsValidationException or IOException)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }
}
