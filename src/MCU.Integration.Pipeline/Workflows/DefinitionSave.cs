using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>A definition that somebody wants to save.</summary>
/// <param name="Editor">The editor that it comes from; null = a program, which replaces what is there.</param>
internal sealed record DefinitionSave(WorkflowDefinition Definition, string DefinitionId, bool Publish, string Origin, Actor Actor, EditSession? Editor)
{
    /// <summary>The same save again, because its answer was lost on the way (the designer repeats requests), or publishing what is published.</summary>
    public bool IsRepeatOf(DefinitionRow latest) => latest.IsPublished == Publish && HashOn(latest) == latest.ContentHash;

    /// <summary>Whether the editor would overwrite what it never saw.</summary>
    public bool IsBlindTo(DefinitionRow latest) => Editor is { } editor && !editor.Knows(latest) && HashOn(latest) != latest.ContentHash;

    public DefinitionRow ToRow(string id, int version, DateTimeOffset createdAt, DateTimeOffset now)
    {
        var definition = Definition.WithIdentity(id, DefinitionId, version, isLatest: true, isPublished: false);
        var json = definition.ToJson();
        return new(
            id,
            DefinitionId,
            version,
            definition.Name,
            definition.Description,
            IsLatest: true,
            IsPublished: false,
            json["isSystem"].AsBoolean() ?? false,
            definition.ContentHash,
            Origin,
            Actor.Name,
            json.ToJsonString(),
            createdAt,
            now)
        {
            EditSession = Editor?.Id,
            IsUsableAsActivity = definition.Options.UsableAsActivity,
        };
    }

    private string HashOn(DefinitionRow row) => Definition.WithIdentity(row.Id, DefinitionId, row.Version, row.IsLatest, row.IsPublished).ContentHash;
}
