using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>Who sends a message: the client, whoever has an access token, or nobody, for through the browser nothing is proven.</summary>
internal readonly struct MessageSender
{
    private readonly bool _isClient;
    private readonly ProviderMetadata? _metadata;

    private MessageSender(bool isClient, ProviderMetadata? metadata, string? accessToken)
    {
        _isClient = isClient;
        _metadata = metadata;
        AccessToken = accessToken;
    }

    public static MessageSender Nobody => default;

    /// <summary>The access token that the message uses, if it does.</summary>
    public string? AccessToken { get; }

    /// <summary>The client, which proves itself by one of the methods that the provider announces.</summary>
    public static MessageSender Client(ProviderMetadata? metadata) => new(true, metadata, null);

    public static MessageSender Bearer(string accessToken) => new(false, null, accessToken);

    /// <summary>Adds what proves the sender, to the fields or the headers; anew for each time that the message is sent.</summary>
    public void Prove(ProviderContext context, MessagePlan plan, MessageFields fields, MessageFields headers)
    {
        if (_isClient)
        {
            ClientAuthentication.Apply(context, fields, headers, plan.ClientAuthentication, _metadata);
        }
        else if (AccessToken is not null && !plan.PlacesAccessToken)
        {
            headers.Add("Authorization", (context.SenderConstraint == SenderConstraint.DPoP ? "DPoP " : "Bearer ") + AccessToken);
        }
    }
}
