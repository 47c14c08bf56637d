namespace SdkGen.OAuth.Tokens;

/// <summary>The client that was registered for a provider, as those see it that use its tokens.</summary>
internal sealed class RegisteredClient<TProvider>(OAuthClient client)
    where TProvider : class
{
    public OAuthClient Client => client;
}
