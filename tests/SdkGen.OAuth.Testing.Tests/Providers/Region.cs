namespace SdkGen.OAuth.Testing.Tests.Providers;

internal enum Region
{
    Europe,
    America,
}
