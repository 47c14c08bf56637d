namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>The interface and the record disagree.</summary>
public sealed class ImitationException(string message) : Exception(message);
