using System.CommandLine;

namespace GridBot.Host.Commands;

/// <summary>What the program can be told to do. Without a word it is the service.</summary>
internal static class RootCommands
{
    public static RootCommand Build()
    {
        var root = new RootCommand("GridBot 网格助手：不带参数即启动服务。");
        root.SetAction((_, cancellationToken) => RunService.RunAsync(cancellationToken));
        root.Subcommands.Add(CheckConfig());
        root.Subcommands.Add(Simulate.Command());
        root.Subcommands.Add(MakeLines.Command());
        root.Subcommands.Add(Pause.Command());
        root.Subcommands.Add(CheckRoster.Command());
        root.Subcommands.Add(CreateGroup.Command());
        root.Subcommands.Add(Try.Command());
        root.Subcommands.Add(Train.Command());
        root.Subcommands.Add(Evaluate.Command());
        root.Subcommands.Add(Understand.Command());
        root.Subcommands.Add(Link.Command());
        root.Subcommands.Add(Similar.Command());
        return root;
    }

    private static Command CheckConfig()
    {
        var command = new Command("check-config", "检查所有设置和文件，一次列出全部问题。");
        command.SetAction((_, cancellationToken) => Commands.CheckConfig.RunAsync(Console.Out, cancellationToken));
        return command;
    }
}
