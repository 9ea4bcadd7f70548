"""A bot on aiogram, which checks every answer and every update against its models of the Bot API."""

import asyncio
import os

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    LabeledPrice,
    MenuButtonCommands,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
    ShippingOption,
    Update,
    WebAppInfo,
)

ALLOWED = os.environ["ALLOWED_UPDATES"].split(",")
FORUM = int(os.environ["FORUM"])
STRANGER = int(os.environ["STRANGER"])
PICTURE = open(os.environ["PICTURE"], "rb").read()
SEVEN_STARS = [LabeledPrice(label="Song", amount=7)]


def counter(count: int) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="More", callback_data=str(count + 1))
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def hear(bot: Bot, message: Message) -> None:
    chat = message.chat.id
    text = message.text or ""
    if message.new_chat_members:
        return
    if text.startswith("/start "):
        name = message.from_user.first_name
        await bot.send_message(chat, f"Hello {name}, you came with {text.removeprefix('/start ')}")
    elif text == "/count":
        await bot.send_message(chat, "Count 0", reply_markup=counter(0))
    elif text == "/keys":
        keys = [
            KeyboardButton(text="My phone", request_contact=True),
            KeyboardButton(text="My place", request_location=True),
            KeyboardButton(text="Form", web_app=WebAppInfo(url="https://example.org/form")),
        ]
        await bot.send_message(chat, "Press one", reply_markup=ReplyKeyboardMarkup(keyboard=[keys]))
    elif text == "/stars":
        await bot.send_invoice(chat, "Song", "One song", "song", "XTR", SEVEN_STARS, provider_token="")
    elif text == "/parcel":
        prices = [LabeledPrice(label="Tea", amount=500)]
        await bot.send_invoice(
            chat, "Tea", "Two bags", "tea", "EUR", prices, provider_token="1:TEST:x",
            need_name=True, need_shipping_address=True, is_flexible=True,
        )
    elif text == "/tour":
        await tour(bot, message)
    elif message.successful_payment:
        await paid(bot, message)
    elif message.web_app_data:
        await bot.send_message(chat, f"The form says {message.web_app_data.data}")
    elif message.document and not message.animation:
        content = await bot.download(message.document.file_id)
        await bot.send_message(chat, f"I got a document of {len(content.read())} bytes")
    elif not text:
        await bot.send_message(chat, f"I got a {message.content_type.value}")


async def paid(bot: Bot, message: Message) -> None:
    payment = message.successful_payment
    if payment.currency == "XTR":
        await bot.refund_star_payment(message.from_user.id, payment.telegram_payment_charge_id)
        await bot.send_message(message.chat.id, f"You got {payment.total_amount} stars back")
    else:
        city = payment.order_info.shipping_address.city
        await bot.send_message(message.chat.id, f"{payment.total_amount} cents, off to {city}")


async def tour(bot: Bot, message: Message) -> None:
    """Calls every method there is a use for; aiogram parses what comes back."""
    chat = message.chat.id
    await bot.get_me()
    await bot.delete_webhook()
    await bot.get_webhook_info()
    commands = [BotCommand(command="start", description="Begin")]
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=chat), language_code="en")
    kept = await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=chat), language_code="en")
    assert [command.command for command in kept] == ["start"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=chat), language_code="en")
    await bot.set_my_name("Tour")
    await bot.get_my_name()
    await bot.set_my_description("Shows everything")
    await bot.get_my_description()
    await bot.set_my_short_description("Everything")
    await bot.get_my_short_description()
    await bot.set_chat_menu_button(chat_id=chat, menu_button=MenuButtonCommands())
    await bot.get_chat_menu_button(chat_id=chat)
    await bot.send_chat_action(chat, "typing")

    html = '<b>bold</b> <i>it</i> <u>u</u> <s>s</s> <code>c</code> <a href="https://example.org/">link</a> <pre>p</pre>'
    first = await bot.send_message(chat, html, parse_mode="HTML", reply_markup=counter(7))
    await bot.send_message(
        chat, r"*bold* _it_ ||hidden|| `c` 1\.5", parse_mode="MarkdownV2",
        reply_parameters=ReplyParameters(message_id=first.message_id),
    )
    photo = await bot.send_photo(chat, BufferedInputFile(PICTURE, "tea.png"), caption="<b>Tea</b>", parse_mode="HTML")
    file_id = photo.photo[-1].file_id
    await bot.send_photo(chat, file_id)
    await bot.send_media_group(chat, [InputMediaPhoto(media=file_id, caption="Two"), InputMediaPhoto(media=BufferedInputFile(PICTURE, "b.png"))])
    await bot.get_file(file_id)
    await bot.send_document(chat, BufferedInputFile(b"bill", "bill.txt"))
    await bot.send_video(chat, BufferedInputFile(b"moving", "film.mp4"), duration=3, width=32, height=24)
    await bot.send_voice(chat, BufferedInputFile(b"hum", "hum.ogg"), duration=2)
    await bot.send_location(chat, 52.5, 13.4)
    await bot.send_venue(chat, 52.5, 13.4, "Shop", "Main Street 1")
    await bot.send_contact(chat, "+15550001", "Shop")
    await bot.send_dice(chat)
    poll = await bot.send_poll(chat, "Tea?", ["Yes", "Of course"])
    await bot.stop_poll(chat, poll.message_id)
    await bot.send_invoice(chat, "Song", "One song", "song", "XTR", SEVEN_STARS, provider_token="")
    await bot.create_invoice_link("Song", "One song", "song", "XTR", SEVEN_STARS, provider_token="")

    await bot.edit_message_text("new", chat_id=chat, message_id=first.message_id, reply_markup=counter(8))
    await bot.edit_message_reply_markup(chat_id=chat, message_id=first.message_id, reply_markup=counter(9))
    await bot.edit_message_caption(chat_id=chat, message_id=photo.message_id, caption="new")
    await bot.edit_message_media(InputMediaPhoto(media=file_id, caption="newer"), chat_id=chat, message_id=photo.message_id)
    copy = await bot.copy_message(chat, chat, first.message_id)
    forwarded = await bot.forward_message(chat, chat, first.message_id)
    await bot.pin_chat_message(chat, first.message_id)
    await bot.get_chat(chat)
    await bot.unpin_chat_message(chat, message_id=first.message_id)
    await bot.unpin_all_chat_messages(chat)
    await bot.set_message_reaction(chat, message.message_id, [ReactionTypeEmoji(emoji="👍")])
    await bot.delete_message(chat, copy.message_id)
    await bot.delete_messages(chat, [forwarded.message_id, poll.message_id])

    await bot.get_chat(FORUM)
    await bot.get_chat_member(FORUM, message.from_user.id)
    await bot.get_chat_member_count(FORUM)
    await bot.get_chat_administrators(FORUM)
    topic = await bot.create_forum_topic(FORUM, "Orders")
    await bot.send_message(FORUM, "An order", message_thread_id=topic.message_thread_id)
    await bot.edit_forum_topic(FORUM, topic.message_thread_id, name="Old orders")
    await bot.close_forum_topic(FORUM, topic.message_thread_id)
    await bot.reopen_forum_topic(FORUM, topic.message_thread_id)
    await bot.delete_forum_topic(FORUM, topic.message_thread_id)
    await bot.ban_chat_member(FORUM, STRANGER)
    await bot.get_chat_member(FORUM, STRANGER)
    await bot.unban_chat_member(FORUM, STRANGER)
    await bot.leave_chat(FORUM)
    await bot.send_message(chat, "Toured")


async def handle(bot: Bot, update: Update) -> None:
    if update.message:
        await hear(bot, update.message)
    elif update.edited_message:
        await bot.send_message(update.edited_message.chat.id, f"Changed to {update.edited_message.text}")
    elif update.message_reaction:
        emoji = update.message_reaction.new_reaction[0].emoji
        await bot.send_message(update.message_reaction.chat.id, f"You reacted with {emoji}")
    elif update.chat_member and update.chat_member.new_chat_member.status == "member":
        await bot.send_message(update.chat_member.chat.id, f"Welcome {update.chat_member.new_chat_member.user.first_name}")
    elif update.callback_query:
        query = update.callback_query
        count = int(query.data)
        await bot.edit_message_text(
            f"Count {count}", chat_id=query.message.chat.id, message_id=query.message.message_id, reply_markup=counter(count),
        )
        await bot.answer_callback_query(query.id, text="one more")
    elif update.inline_query:
        result = InlineQueryResultArticle(
            id="1", title="Tea", input_message_content=InputTextMessageContent(message_text=f"Some {update.inline_query.query}"),
            reply_markup=counter(0),
        )
        await bot.answer_inline_query(update.inline_query.id, [result], cache_time=0)
    elif update.chosen_inline_result:
        await bot.edit_message_text("Taken", inline_message_id=update.chosen_inline_result.inline_message_id)
    elif update.shipping_query:
        option = ShippingOption(id="post", title="Post", prices=[LabeledPrice(label="Post", amount=600)])
        await bot.answer_shipping_query(update.shipping_query.id, True, shipping_options=[option])
    elif update.pre_checkout_query:
        await bot.answer_pre_checkout_query(update.pre_checkout_query.id, True)


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["SANDBOX_URL"]))
    async with Bot(os.environ["BOT_TOKEN"], session=session) as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=5, allowed_updates=ALLOWED):
                offset = update.update_id + 1
                await handle(bot, update)


asyncio.run(main())
