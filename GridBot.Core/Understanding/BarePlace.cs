namespace GridBot.Core.Understanding;

/// <summary>是10栋的, 在3单元那边: a message that says nothing but where.</summary>
public static class BarePlace
{
    private const string Around = "的是在就我家这那边里呢哦啊楼上下 ，。,.!！";

    public static bool Is(string text, IReadOnlyList<TextSpan> spans)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Around.Contains(text[i], StringComparison.Ordinal) && !spans.Any(s => s.Start <= i && s.End > i))
            {
                return false;
            }
        }

        return spans.Count > 0;
    }
}
