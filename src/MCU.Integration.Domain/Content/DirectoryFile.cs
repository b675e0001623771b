using MCU.Integration.Domain.Directory;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/directory/*.json</c>: bodies, institutions and branches.</summary>
/// <param name="Key">Key of the file as content.</param>
/// <param name="Bodies">The entries.</param>
public sealed record DirectoryFile(string Key, ValueList<DirectoryBody> Bodies)
{
    /// <summary>Parses a directory file. References between entries are checked when all files are together.</summary>
    public static ContentResult<DirectoryFile> Parse(ReadOnlyMemory<byte> bytes) =>
        ContentParser.Parse(bytes, file =>
        {
            var result = new DirectoryFile(file.Key("key"), file.Objects("bodies", ReadBody).ToValueList());
            if (result.Bodies.IsEmpty)
            {
                file.Missing("bodies", 0);
            }

            return result;
        });

    private static DirectoryBody ReadBody(ObjectReader body)
    {
        var result = new DirectoryBody
        {
            Key = body.Key("key"),
            Title = body.Text("title"),
            ShortTitle = body.OptionalText("shortTitle"),
            Kind = body.Word<BodyKind>("kind"),
            Parent = body.OptionalText("parent"),
            Active = body.Flag("active", whenAbsent: true),
            Ids = ReadIds(body),
            Executors = body.Objects("executors", ReadExecutor).ToValueList(),
        };

        foreach (var (index, executor) in result.Executors.Index())
        {
            var at = $"{body.PointerTo("executors")}/{index}";
            if (result.Executors.Take(index).Any(other => other.Key == executor.Key))
            {
                body.ReportAt(at + "/key", RuleProblemCodes.Duplicate, $"The body has two executors '{executor.Key}'.");
            }

            if (executor.Substitute is { } substitute && (substitute == executor.Key || result.Executors.All(other => other.Key != substitute)))
            {
                body.ReportAt(at + "/substitute", RuleProblemCodes.UnknownReference, $"The body has no other executor '{substitute}'.");
            }
        }

        return result;
    }

    private static DirectoryExecutor ReadExecutor(ObjectReader executor) => new()
    {
        Key = executor.Key("key"),
        Title = executor.Text("title"),
        Substitute = executor.OptionalText("substitute"),
        AbsentFrom = executor.OptionalDate("absentFrom"),
        AbsentTo = executor.OptionalDate("absentTo"),
        Ids = ReadIds(executor),
    };

    private static ValueList<ExternalIdentity> ReadIds(ObjectReader owner) =>
        owner.Object("ids", ids => ids.Names.Select(adapter => new ExternalIdentity(adapter, ids.Text(adapter))).ToList()) is { } list
            ? list.ToValueList()
            : [];
}
