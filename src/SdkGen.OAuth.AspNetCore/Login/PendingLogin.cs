using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>A sign-in whose user is at the provider.</summary>
/// <param name="Login">Which sign-in of the application it is: the scheme, or the path of the callback.</param>
/// <param name="Request">The authorization request.</param>
/// <param name="ReturnUrl">Where the user goes afterwards, a path of this site.</param>
/// <param name="Items">What the application wants back.</param>
internal sealed record PendingLogin(
    string Login, AuthorizationRequestData Request, string ReturnUrl, IReadOnlyDictionary<string, string> Items)
{
    public static PendingLogin Read(BinaryReader reader)
    {
        var login = reader.ReadString();
        var request = AuthorizationRequestData.Read(reader.ReadBytes(reader.Read7BitEncodedInt()));
        var returnUrl = reader.ReadString();
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            items[reader.ReadString()] = reader.ReadString();
        }

        return new(login, request, returnUrl, items);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Login);
        var request = Request.Write();
        writer.Write7BitEncodedInt(request.Length);
        writer.Write(request);
        writer.Write(ReturnUrl);
        writer.Write7BitEncodedInt(Items.Count);
        foreach (var (name, value) in Items)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    public override string ToString() => nameof(PendingLogin);
}
