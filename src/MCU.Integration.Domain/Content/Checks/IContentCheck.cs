namespace MCU.Integration.Domain.Content.Checks;

/// <summary>One aspect of the content as a whole. Checks collect problems; none of them stops another.</summary>
internal interface IContentCheck
{
    void Check(ContentDraft draft);
}
