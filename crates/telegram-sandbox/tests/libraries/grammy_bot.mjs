// A bot on grammY.
import { readFile } from 'node:fs/promises';
import { Bot, InputFile, InputMediaBuilder } from 'grammy';

const { SANDBOX_URL, BOT_TOKEN, ALLOWED_UPDATES, FORUM, STRANGER, PICTURE } = process.env;
const forum = Number(FORUM);
const stranger = Number(STRANGER);
const picture = await readFile(PICTURE);
const stars = [{ label: 'Song', amount: 7 }];
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: SANDBOX_URL } });
const counter = (count) => ({ inline_keyboard: [[{ text: 'More', callback_data: String(count + 1) }]] });
const kinds = ['photo', 'video', 'voice', 'audio', 'animation', 'sticker', 'contact', 'location', 'dice'];

bot.command('start', (ctx) => ctx.reply(`Hello ${ctx.from.first_name}, you came with ${ctx.match}`));
bot.command('count', (ctx) => ctx.reply('Count 0', { reply_markup: counter(0) }));
bot.command('keys', (ctx) => ctx.reply('Press one', {
  reply_markup: { keyboard: [[
    { text: 'My phone', request_contact: true }, { text: 'My place', request_location: true },
    { text: 'Form', web_app: { url: 'https://example.org/form' } },
  ]] },
}));
bot.command('stars', (ctx) => ctx.replyWithInvoice('Song', 'One song', 'song', 'XTR', stars));
bot.command('parcel', (ctx) => ctx.replyWithInvoice('Tea', 'Two bags', 'tea', 'EUR', [{ label: 'Tea', amount: 500 }], {
  provider_token: '1:TEST:x', need_name: true, need_shipping_address: true, is_flexible: true,
}));
bot.command('tour', tour);

bot.on('message:successful_payment', async (ctx) => {
  const { currency, total_amount, telegram_payment_charge_id, order_info } = ctx.message.successful_payment;
  if (currency === 'XTR') {
    await ctx.api.refundStarPayment(ctx.from.id, telegram_payment_charge_id);
    await ctx.reply(`You got ${total_amount} stars back`);
  } else await ctx.reply(`${total_amount} cents, off to ${order_info.shipping_address.city}`);
});
bot.on('message:web_app_data', (ctx) => ctx.reply(`The form says ${ctx.message.web_app_data.data}`));
bot.on('message', async (ctx, next) => {
  const kind = kinds.find((name) => ctx.message[name] !== undefined);
  if (kind) await ctx.reply(`I got a ${kind}`);
  else await next();
});
bot.on('message:document', async (ctx) => {
  const { file_path } = await ctx.getFile();
  const content = await fetch(`${SANDBOX_URL}/file/bot${BOT_TOKEN}/${file_path}`);
  await ctx.reply(`I got a document of ${(await content.arrayBuffer()).byteLength} bytes`);
});
bot.on('edited_message:text', (ctx) => ctx.reply(`Changed to ${ctx.editedMessage.text}`));
bot.on('message_reaction', (ctx) => ctx.reply(`You reacted with ${ctx.messageReaction.new_reaction[0].emoji}`));
bot.on('chat_member', async (ctx) => {
  const { new_chat_member: member } = ctx.chatMember;
  if (member.status === 'member') await ctx.reply(`Welcome ${member.user.first_name}`);
});
bot.on('callback_query:data', async (ctx) => {
  const count = Number(ctx.callbackQuery.data);
  await ctx.editMessageText(`Count ${count}`, { reply_markup: counter(count) });
  await ctx.answerCallbackQuery('one more');
});
bot.on('inline_query', (ctx) => ctx.answerInlineQuery([{
  type: 'article', id: '1', title: 'Tea', input_message_content: { message_text: `Some ${ctx.inlineQuery.query}` }, reply_markup: counter(0),
}], { cache_time: 0 }));
bot.on('chosen_inline_result', (ctx) => ctx.editMessageText('Taken'));
bot.on('shipping_query', (ctx) => ctx.answerShippingQuery(true, {
  shipping_options: [{ id: 'post', title: 'Post', prices: [{ label: 'Post', amount: 600 }] }],
}));
bot.on('pre_checkout_query', (ctx) => ctx.answerPreCheckoutQuery(true));

/** Calls every method there is a use for. */
async function tour(ctx) {
  const { api } = ctx;
  const chat = ctx.chat.id;
  await api.getMe();
  await api.deleteWebhook();
  await api.getWebhookInfo();
  const scope = { scope: { type: 'chat', chat_id: chat }, language_code: 'en' };
  await api.setMyCommands([{ command: 'start', description: 'Begin' }], scope);
  if ((await api.getMyCommands(scope)).length !== 1) throw new Error('the command is gone');
  await api.deleteMyCommands(scope);
  await api.setMyName('Tour');
  await api.getMyName();
  await api.setMyDescription('Shows everything');
  await api.getMyDescription();
  await api.setMyShortDescription('Everything');
  await api.getMyShortDescription();
  await api.setChatMenuButton({ chat_id: chat, menu_button: { type: 'commands' } });
  await api.getChatMenuButton({ chat_id: chat });
  await api.sendChatAction(chat, 'typing');

  const html = '<b>bold</b> <i>it</i> <u>u</u> <s>s</s> <code>c</code> <a href="https://example.org/">link</a> <pre>p</pre>';
  const first = await api.sendMessage(chat, html, { parse_mode: 'HTML', reply_markup: counter(7) });
  await api.sendMessage(chat, '*bold* _it_ ||hidden|| `c` 1\\.5', { parse_mode: 'MarkdownV2', reply_parameters: { message_id: first.message_id } });
  const photo = await api.sendPhoto(chat, new InputFile(picture, 'tea.png'), { caption: '<b>Tea</b>', parse_mode: 'HTML' });
  const { file_id } = photo.photo.at(-1);
  await api.sendPhoto(chat, file_id);
  await api.sendMediaGroup(chat, [InputMediaBuilder.photo(file_id, { caption: 'Two' }), InputMediaBuilder.photo(new InputFile(picture, 'b.png'))]);
  await api.getFile(file_id);
  await api.sendDocument(chat, new InputFile(Buffer.from('bill'), 'bill.txt'));
  await api.sendVideo(chat, new InputFile(Buffer.from('moving'), 'film.mp4'), { duration: 3, width: 32, height: 24 });
  await api.sendVoice(chat, new InputFile(Buffer.from('hum'), 'hum.ogg'), { duration: 2 });
  await api.sendLocation(chat, 52.5, 13.4);
  await api.sendVenue(chat, 52.5, 13.4, 'Shop', 'Main Street 1');
  await api.sendContact(chat, '+15550001', 'Shop');
  await api.sendDice(chat, '🎲');
  const poll = await api.sendPoll(chat, 'Tea?', [{ text: 'Yes' }, { text: 'Of course' }]);
  await api.stopPoll(chat, poll.message_id);
  await api.sendInvoice(chat, 'Song', 'One song', 'song', 'XTR', stars);
  await api.createInvoiceLink('Song', 'One song', 'song', '', 'XTR', stars);

  await api.editMessageText(chat, first.message_id, 'new', { reply_markup: counter(8) });
  await api.editMessageReplyMarkup(chat, first.message_id, { reply_markup: counter(9) });
  await api.editMessageCaption(chat, photo.message_id, { caption: 'new' });
  await api.editMessageMedia(chat, photo.message_id, InputMediaBuilder.photo(file_id, { caption: 'newer' }));
  const copy = await api.copyMessage(chat, chat, first.message_id);
  const forwarded = await api.forwardMessage(chat, chat, first.message_id);
  await api.pinChatMessage(chat, first.message_id);
  await api.getChat(chat);
  await api.unpinChatMessage(chat, first.message_id);
  await api.unpinAllChatMessages(chat);
  await api.setMessageReaction(chat, ctx.message.message_id, [{ type: 'emoji', emoji: '👍' }]);
  await api.deleteMessage(chat, copy.message_id);
  await api.deleteMessages(chat, [forwarded.message_id, poll.message_id]);

  await api.getChat(forum);
  await api.getChatMember(forum, ctx.from.id);
  await api.getChatMemberCount(forum);
  await api.getChatAdministrators(forum);
  const { message_thread_id: topic } = await api.createForumTopic(forum, 'Orders');
  await api.sendMessage(forum, 'An order', { message_thread_id: topic });
  await api.editForumTopic(forum, topic, { name: 'Old orders' });
  await api.closeForumTopic(forum, topic);
  await api.reopenForumTopic(forum, topic);
  await api.deleteForumTopic(forum, topic);
  await api.banChatMember(forum, stranger);
  await api.getChatMember(forum, stranger);
  await api.unbanChatMember(forum, stranger);
  await api.leaveChat(forum);
  await ctx.reply('Toured');
}

bot.catch(({ error }) => {
  console.error(error);
  process.exit(1);
});
await bot.start({ allowed_updates: ALLOWED_UPDATES.split(',') });
