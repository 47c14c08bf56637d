using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>One parameter that code states, in whichever of the many ways.</summary>
/// <param name="Name">The registered name, such as <c>client_secret</c>.</param>
/// <param name="Written">The name as the code has it.</param>
/// <param name="Key">Where the name stands.</param>
/// <param name="Value">What it is given.</param>
/// <param name="Shape">How it is stated.</param>
/// <param name="Group">What it is a part of: fields with the same group make one request.</param>
internal sealed record OAuthField(string Name, string Written, SyntaxNode Key, FieldValue Value, FieldShape Shape, object Group)
{
    /// <summary>Whether the name stands on the wire, and is not merely what a variable or a member is called.</summary>
    public bool IsOnWire => Shape is FieldShape.Indexer or FieldShape.Element or FieldShape.Call or FieldShape.Pair or FieldShape.Anonymous or FieldShape.Text;
}
