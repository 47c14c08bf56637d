namespace SdkGen.OAuth.Fuzzing;

/// <summary>A property that did not hold.</summary>
public sealed class FindingException(string message) : Exception(message);
