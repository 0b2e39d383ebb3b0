using GridBot.Demo.Play;
using GridBot.Demo.Town;
using GridBot.Storage.Sql;

namespace GridBot.Demo.Day;

/// <summary>
/// A town of its own in which the day is played: fresh, with its clock standing still, so that every play is the same
/// and whatever has been tried in the demo's own town stays as it was.
/// </summary>
internal sealed class DayTown : IAsyncDisposable
{
    private readonly string _folder;

    private DayTown(DemoApp demo, DayPlayer player, string folder)
    {
        (Demo, Player, _folder) = (demo, player, folder);
    }

    public DemoApp Demo { get; }

    public DayPlayer Player { get; }

    public static async Task<DayTown> RaiseAsync(DayScript script, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("gridbot-day-").FullName;
        var options = new DemoOptions(ConfigFolder: null, "http://127.0.0.1:0", folder, script.Clock, Frozen: true);
        // Its own database, Redis and door, whatever the environment gives the demo's own town.
        var apart = new Dictionary<string, string?>
        {
            ["Database"] = $"sqlite:{Path.Combine(folder, "gridbot.db")}",
            ["Redis:Connection"] = "embedded",
            ["WeCom:Bot:Mode"] = "callback",
        };
        var demo = await DemoApp.StartAsync(options, apart, cancellationToken);
        await demo.Services.GetRequiredService<Numbers>()
            .BeginAtAsync(Numbers.OfSubDistrict(TownMap.SubDistrictId), script.FirstNumber, cancellationToken);
        return new DayTown(demo, new DayPlayer(demo, script), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Demo.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
