using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Hub.CommandLine;

/// <summary><c>import</c>, <c>export</c> and <c>diff</c>: content between files and the hub.</summary>
internal static class ContentCommands
{
    public static Command Import(TextWriter output)
    {
        var (root, hub) = (ContentRootOption.Create(), new HubAddress());
        var comment = new Option<string?>("--comment") { Description = "Why, for those who read the history." };
        var command = new Command("import", "Publishes the content files as a whole, if all of them are good.") { root, comment };
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var body = FilesOf(ContentRootOption.Find(parsed.GetValue(root)));
            body["comment"] = parsed.GetValue(comment);
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var published = await connection.SendAsync(HttpMethod.Post, "content/import", body, cancellation);
            Print(published.GetProperty("difference"), output);
            await output.WriteLineAsync($"Active set {published.GetProperty("activeSetId")}.");
            return ExitCode.Success;
        });
        return command;
    }

    public static Command Diff(TextWriter output)
    {
        var (root, hub) = (ContentRootOption.Create(), new HubAddress());
        var command = new Command("diff", "Shows what an import would change, and which workflows were changed in the hub.") { root };
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var body = FilesOf(ContentRootOption.Find(parsed.GetValue(root)));
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var difference = await connection.SendAsync(HttpMethod.Post, "content/diff", body, cancellation);
            var (differs, workflowsDiffer) = (Print(difference, output), WorkflowDiffText.Print(difference.GetProperty("workflows"), output));
            return differs || workflowsDiffer ? ExitCode.Found : ExitCode.Success;
        });
        return command;
    }

    public static Command Export(TextWriter output)
    {
        var hub = new HubAddress();
        var folder = new Argument<string>("folder") { Description = "Where to; files of the same name are replaced." };
        var command = new Command("export", "Writes the content in force into a folder.") { folder };
        hub.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            await using var connection = await hub.ConnectAsync(parsed, cancellation);
            var files = (await connection.SendAsync(HttpMethod.Get, "content/files", null, cancellation)).GetProperty("files");
            foreach (var file in files.EnumerateArray())
            {
                var path = file.GetProperty("path").GetString()!;
                if (ContentFolder.Locate(path) is null)
                {
                    throw new CommandFailedException($"The hub named a path that is no place of content: {path}");
                }

                var full = Path.Combine(target, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllTextAsync(full, file.GetProperty("content").GetString(), cancellation);
            }

            await output.WriteLineAsync($"{files.GetArrayLength()} files written to {target}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static JsonObject FilesOf(string root) => new()
    {
        ["files"] = new JsonArray([.. ContentFolder.Read(root).Select(file => new JsonObject
        {
            ["path"] = file.Path,
            ["content"] = Encoding.UTF8.GetString(file.Body),
        })]),
    };

    /// <returns>Whether anything differs.</returns>
    private static bool Print(JsonElement difference, TextWriter output)
    {
        var (changed, removed) = (difference.GetProperty("changed"), difference.GetProperty("removed"));
        foreach (var item in changed.EnumerateArray())
        {
            output.WriteLine($"~ {item.GetString()}");
        }

        foreach (var item in removed.EnumerateArray())
        {
            output.WriteLine($"- {item.GetString()}");
        }

        output.WriteLine($"{changed.GetArrayLength()} changed, {removed.GetArrayLength()} removed.");
        return changed.GetArrayLength() + removed.GetArrayLength() > 0;
    }
}
