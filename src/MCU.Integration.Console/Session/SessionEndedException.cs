namespace MCU.Integration.Console.Session;

/// <summary>The user was disabled, signed out everywhere, or never signed in.</summary>
public sealed class SessionEndedException() : Exception("The session has ended.");
