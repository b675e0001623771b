namespace MCU.Integration.ElsaApi.Designer;

/// <summary>The screens that Elsa Studio has; one of them fills a document.</summary>
public enum DesignerScreen
{
    DefinitionList,
    DefinitionEditor,
    InstanceList,
    InstanceViewer,
}
