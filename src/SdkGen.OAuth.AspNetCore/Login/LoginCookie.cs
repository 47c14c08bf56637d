using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>
/// The content of the cookie: the sign-ins that wait, newest last, and short notes about those that wait no longer. Both are few, so that
/// the cookie never grows.
/// </summary>
internal sealed class LoginCookie
{
    /// <summary>How many sign-ins of one browser can be under way, as in several tabs.</summary>
    public const int MaxWaiting = 4;

    /// <summary>How long the value may be, in characters: a browser takes 4096 with name and attributes.</summary>
    public const int MaxLength = 3500;

    private const byte Version = 1;
    private const int MaxNotes = 8;
    private const string Purpose = "SdkGen.OAuth.LoginCookie.v1";
    private static readonly TimeSpan NoteLifetime = TimeSpan.FromHours(1);

    private readonly List<PendingLogin> _waiting = [];
    private readonly List<Note> _notes = [];

    /// <summary>Why a sign-in does not wait any longer.</summary>
    public enum End : byte
    {
        /// <summary>Its callback has come.</summary>
        Used,

        /// <summary>Nobody came back in time.</summary>
        Expired,

        /// <summary>Newer ones took its place.</summary>
        PushedOut,
    }

    private sealed record Note(ulong State, End End, DateTimeOffset Until);

    /// <exception cref="Exception"><see cref="CryptographicException"/> and its like, for what this process did not seal.</exception>
    public static LoginCookie Open(string value, IDataProtector protector)
    {
        var bytes = protector.CreateProtector(Purpose).Unprotect(Base64Url.DecodeFromChars(value));
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Version)
        {
            throw new FormatException("Another version wrote this cookie.");
        }

        var cookie = new LoginCookie();
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            cookie._waiting.Add(PendingLogin.Read(reader));
        }

        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            cookie._notes.Add(new(reader.ReadUInt64(), (End)reader.ReadByte(), DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64())));
        }

        return cookie;
    }

    /// <summary>A number by which a state is known, that tells nothing about it.</summary>
    public static ulong Key(string state) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    public PendingLogin? Find(string state) => _waiting.Find(login => FixedTime.Equal(login.Request.State, state));

    public End? EndOf(string state) => _notes.FindLast(note => note.State == Key(state))?.End;

    public void Add(PendingLogin login) => _waiting.Add(login);

    public void Remove(PendingLogin login, End end, DateTimeOffset now)
    {
        _waiting.RemoveAll(waiting => waiting.Request.State == login.Request.State);
        _notes.Add(new(Key(login.Request.State), end, now + NoteLifetime));
    }

    /// <summary>The value of the cookie. What is too much for it is dropped, the oldest first.</summary>
    /// <returns>The value; <see langword="null"/> if the newest sign-in alone is too large.</returns>
    public string? Seal(IDataProtector protector, DateTimeOffset now)
    {
        foreach (var expired in _waiting.Where(login => login.Request.ExpiresAt < now).ToArray())
        {
            Remove(expired, End.Expired, now);
        }

        while (true)
        {
            while (_waiting.Count > MaxWaiting)
            {
                Remove(_waiting[0], End.PushedOut, now);
            }

            _notes.RemoveAll(note => note.Until < now);
            _notes.RemoveRange(0, Math.Max(0, _notes.Count - MaxNotes));
            var value = Base64Url.EncodeToString(protector.CreateProtector(Purpose).Protect(Write()));
            if (value.Length <= MaxLength)
            {
                return value;
            }

            if (_waiting.Count > 1)
            {
                Remove(_waiting[0], End.PushedOut, now);
            }
            else if (_notes.Count > 0)
            {
                _notes.Clear();
            }
            else
            {
                return null;
            }
        }
    }

    private byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write7BitEncodedInt(_waiting.Count);
        foreach (var login in _waiting)
        {
            login.Write(writer);
        }

        writer.Write7BitEncodedInt(_notes.Count);
        foreach (var note in _notes)
        {
            writer.Write(note.State);
            writer.Write((byte)note.End);
            writer.Write(note.Until.ToUnixTimeSeconds());
        }

        writer.Flush();
        return stream.ToArray();
    }
}
