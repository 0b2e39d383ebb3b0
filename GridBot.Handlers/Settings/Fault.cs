namespace GridBot.Handlers.Settings;

/// <summary>One thing wrong with a settings file, in words for the operator who edits it.</summary>
/// <param name="Line">Counted from 1; 0 when the file as a whole is meant.</param>
/// <param name="Path">The field, such as places[3].parent; empty when the file as a whole is meant.</param>
/// <param name="Text">What is wrong and what to do about it.</param>
public sealed record Fault(string File, int Line, string Path, string Text)
{
    public override string ToString() => (Line, Path) switch
    {
        (0, _) => $"{File}：{Text}",
        (_, "") => $"{File} 第{Line}行：{Text}",
        _ => $"{File} 第{Line}行 {Path}：{Text}",
    };
}
