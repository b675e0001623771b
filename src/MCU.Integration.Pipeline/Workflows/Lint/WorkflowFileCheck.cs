using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>What is wrong with workflow files, judged by the content that lies beside them.</summary>
public sealed class WorkflowFileCheck(WorkflowLint lint)
{
    public IEnumerable<ContentIssue> Check(IReadOnlyList<ContentFile> files, ContentCompilation content)
    {
        var set = ActiveSet.Empty with { Adapters = content.Adapters, Documents = content.Documents, Rules = content.Rules };
        return files.Where(file => file.Kind == ContentKind.Workflow).SelectMany(file => Check(file, set));
    }

    private IEnumerable<ContentIssue> Check(ContentFile file, ActiveSet set)
    {
        var parsed = WorkflowDefinition.Parse(file.Body);
        foreach (var problem in parsed.Problems)
        {
            yield return new(file.Path, null, problem.Pointer, problem.Code, problem.Message, parsed.Definition is null);
        }

        if (parsed.Definition is not { } definition)
        {
            yield break;
        }

        if (definition.DefinitionId.Length == 0)
        {
            yield return new(file.Path, null, "/definitionId", "workflow.definition_id_missing", "A workflow file needs a definitionId.", true);
        }

        foreach (var finding in lint.Check(definition, set))
        {
            yield return new(file.Path, null, finding.Pointer, finding.Code, finding.Message, finding.IsError);
        }
    }
}
