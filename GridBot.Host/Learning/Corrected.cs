using System.Data.Common;
using System.Security.Cryptography;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Host.Commands;
using GridBot.Storage;
using GridBot.Storage.Issues;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Learning;

/// <summary>What people of the district said of issues' classes, out of the store in which it is kept.</summary>
/// <param name="Lessons">One for each issue, in the order of their ids.</param>
/// <param name="Skipped">Heard by a program with other features, or of a class that the tree no longer has.</param>
internal sealed record Corrected(IReadOnlyList<Example> Lessons, int Skipped)
{
    /// <summary>A word from one's own district counts as much as so many sentences of others.</summary>
    private const float Weight = 3;

    /// <param name="store">sqlite:FILE or sqlserver:CONNECTION STRING; sealed with Secrets:DataKey of the settings, or the key beside the file.</param>
    /// <exception cref="LabelledFileException">There is no such store, or its key is another; the message says what to do.</exception>
    public static async Task<Corrected> ReadAsync(string store, IReadOnlyList<string> categories)
    {
        var configuration = new ConfigurationBuilder().AddGridBotSettings()
            .AddInMemoryCollection(new Dictionary<string, string?> { [nameof(StorageOptions.Database)] = store }).Build();
        if (WhatIsMissing(configuration.Get<StorageOptions>()!) is { } fault)
        {
            throw new LabelledFileException($"--corrections：{fault}");
        }

        await using var provider = new ServiceCollection().AddLogging().AddGridBotStorage(configuration).BuildServiceProvider();
        try
        {
            return Of(await provider.GetRequiredService<Corrections>().ReadAsync(), categories);
        }
        catch (OptionsValidationException error)
        {
            throw new LabelledFileException($"--corrections：{string.Join("；", error.Failures)}");
        }
        catch (CryptographicException)
        {
            throw new LabelledFileException("--corrections：密钥不对，读不出来；请用服务的 Secrets:DataKey，或把数据库旁的 .key 文件一起拿来。");
        }
        catch (DbException error)
        {
            throw new LabelledFileException($"--corrections：读不了更正（{error.Message}）；数据库要是这个版本的服务用过的。");
        }
    }

    /// <summary>The service would make a store and a key where there are none; whoever only reads must not.</summary>
    private static string? WhatIsMissing(StorageOptions options) => options switch
    {
        { SqliteFile: null, SqlServerConnection: null } => "请写 sqlite:文件 或 sqlserver:连接串，如 sqlite:data/gridbot.db。",
        { SqliteFile: { } file } when !File.Exists(file) => $"没有 {file} 这个数据库文件，请写 sqlite:文件 或 sqlserver:连接串。",
        { SqliteFile: not null, Secrets.DataKey.Length: 0 } when !File.Exists(options.KeyFile) =>
            $"没有密钥：请用服务的 Secrets:DataKey，或把数据库旁的密钥文件 {options.KeyFile} 一起拿来。",
        _ => null,
    };

    public static Corrected Of(IReadOnlyList<Correction> said, IReadOnlyList<string> categories)
    {
        Example[] lessons =
        [
            .. said.Where(c => c.Features == Pieces.Current && categories.Contains(c.Became))
                .Select(c => new Example("", "", "", "") { Pieces = Pieces.Of(c.Features, c.Pieces) }
                    .Says(Aspect.Category, categories, [c.Became], Weight)),
        ];
        return new Corrected(lessons, said.Count - lessons.Length);
    }
}
