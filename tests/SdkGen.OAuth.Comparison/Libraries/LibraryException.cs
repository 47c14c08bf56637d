namespace SdkGen.OAuth.Comparison;

/// <summary>What a library says by a property instead of an exception.</summary>
internal sealed class LibraryException(string message) : Exception(message);
