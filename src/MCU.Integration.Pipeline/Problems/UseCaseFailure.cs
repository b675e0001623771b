namespace MCU.Integration.Pipeline.Problems;

/// <summary>Why a use case cannot do what was asked.</summary>
public enum UseCaseFailure
{
    /// <summary>What it names does not exist.</summary>
    NotFound,

    /// <summary>The input is wrong; the problems say where.</summary>
    Invalid,

    /// <summary>The state of things does not allow it now.</summary>
    Conflict,
}
