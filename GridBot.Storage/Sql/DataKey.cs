using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Sql;

/// <summary>The key of Secrets:DataKey; where it is empty, one is made once and kept beside the SQLite file.</summary>
internal static class DataKey
{
    public static byte[] Of(StorageOptions options, ILogger logger) =>
        options.Secrets.DataKey.Length > 0
            ? Convert.FromBase64String(options.Secrets.DataKey)
            : FromFile(options.KeyFile, logger);

    private static byte[] FromFile(string file, ILogger logger)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var written = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                written.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(file, written))
            {
                writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            }

            logger.DataKeyMade(file);
        }

        return Convert.FromBase64String(File.ReadAllText(file).Trim());
    }
}
