namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What is written to.</summary>
internal enum WritePlace
{
    Log,
    Console,
    Screen,
    Exception,
}
