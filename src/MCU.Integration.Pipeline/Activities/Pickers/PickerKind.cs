namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>What an input names; the designer offers it for choice instead of a text field.</summary>
public enum PickerKind
{
    Adapter,
    DocumentType,
    Operation,
    Map,
    Schema,
    CodeList,
    Status,
    Outcome,
    CaseMoment,
    DeadlineProfile,
    Organisation,
}
