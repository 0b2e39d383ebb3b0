using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>
/// Gathers what there is to learn about messages that tell of the same: rarity from all labelled messages, topics from those whose office is known, then judged
/// pairs (<see cref="PairFile"/>) and judged streams (<see cref="LetterStream"/>).
/// </summary>
internal sealed class LikenessCourse
{
    private readonly RarityCounter _counter = new();
    private readonly List<Ticket> _tickets = [];
    private readonly List<string> _pairFiles = [];
    private readonly List<string> _streamFiles = [];

    /// <summary>False where a folder holds no judged pairs or no judged stream: then there is nothing to learn.</summary>
    public bool HasLessons => _pairFiles.Count > 0 && _streamFiles.Count > 0;

    public static LikenessCourse Of(string folder)
    {
        var course = new LikenessCourse();
        foreach (var message in Course.LabelledIn(folder).SelectMany(LabelledFile.Read))
        {
            if (message.Kind is FileKind.Hotline or FileKind.Letters)
            {
                var text = message.Kind == FileKind.Letters ? message.Text + message.Head : message.Text;
                course._counter.Read(text);
                course._tickets.Add(new Ticket(text, message.Office));
            }
        }

        course._pairFiles.AddRange(Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(PairFile.Knows));
        course._streamFiles.AddRange(LetterStream.FilesOf(folder));
        return course;
    }

    /// <exception cref="LabelledFileException">A line of a file can't be read.</exception>
    public LikenessLesson Learn()
    {
        var rarity = _counter.Count();
        var sense = new TextSense(rarity, TopicTrainer.Learn(_tickets, rarity));
        return LikenessTrainer.Learn(
            sense, [.. _pairFiles.SelectMany(f => PairFile.Read(f, sense))], [.. _streamFiles.SelectMany(f => LetterStream.Read(f, sense))]);
    }
}
