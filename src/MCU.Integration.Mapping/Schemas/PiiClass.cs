namespace MCU.Integration.Mapping.Schemas;

/// <summary>The class of personal data that <c>x-pii</c> gives a field (152-ФЗ).</summary>
public enum PiiClass
{
    /// <summary>Looked at and found free of personal data, with everything below it.</summary>
    None,

    /// <summary>Names, addresses, phones, free text.</summary>
    Personal,

    /// <summary>Special categories: health, beliefs and the like (152-ФЗ art. 10).</summary>
    Special,
}
