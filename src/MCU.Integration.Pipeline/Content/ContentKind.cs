namespace MCU.Integration.Pipeline.Content;

/// <summary>Kinds of content; all share one mechanism of versions and active sets.</summary>
public enum ContentKind
{
    Adapter,
    Schema,
    CodeList,
    Map,
    AutoRules,
    Deadlines,
    Calendar,
    Directory,
    Gazetteer,
    Indicators,
    Workflow,
}
