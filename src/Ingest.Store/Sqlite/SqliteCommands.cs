using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>Short forms for commands; parameters are always bound, never concatenated.</summary>
internal static class SqliteCommands
{
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach ((string name, object? value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static int Execute(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = connection.Command(sql, transaction, parameters);
        return command.ExecuteNonQuery();
    }

    public static long Scalar(
        this SqliteConnection connection, string sql, SqliteTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = connection.Command(sql, transaction, parameters);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Int(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static T? Name<T>(this SqliteDataReader reader, int column)
        where T : struct, Enum => reader.Text(column) is { } name ? Enum.Parse<T>(name) : null;

    public static DateOnly? Date(this SqliteDataReader reader, int column) =>
        reader.Text(column) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null;

    /// <summary>Instants are kept as UTC in the round-trip form, which sorts as text.</summary>
    public static string Stored(this DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) =>
        DateTimeOffset.Parse(reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
