namespace MCU.Integration.Domain.Cases;

/// <summary>Why a change was not made.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Detail">The particulars, in words of the vocabulary; nothing personal.</param>
public sealed record CaseRefusal(CaseRefusalCode Code, string Detail);
