namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>One thing wrong with a file of lines or templates, in words for whoever edits it.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">The column's name, such as intent; empty when the line as a whole is meant.</param>
/// <param name="Text">What is wrong and what to do about it.</param>
public sealed record LineFault(string File, int Line, string Column, string Text)
{
    public override string ToString() =>
        Column.Length == 0 ? $"{File} 第{Line}行：{Text}" : $"{File} 第{Line}行 {Column}：{Text}";
}
