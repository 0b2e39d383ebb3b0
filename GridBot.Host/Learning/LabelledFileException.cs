namespace GridBot.Host.Learning;

/// <summary>A labelled file can't be used; the message is for the person at the console.</summary>
internal sealed class LabelledFileException(string message) : Exception(message)
{
    public static void ThrowIfNoFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new LabelledFileException(Directory.Exists(path)
                ? $"{path} 是文件夹，这里要写一个文件。"
                : $"没有 {path} 这个文件，请检查文件名和它所在的文件夹。");
        }
    }

    public static void ThrowIfNoFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new LabelledFileException($"没有 {path} 这个文件夹，请检查名字。");
        }
    }
}
