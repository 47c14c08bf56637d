namespace SdkGen.OAuth.Testing.Tests.Providers;

internal sealed class AcmeOptions : OAuthClientOptions;
